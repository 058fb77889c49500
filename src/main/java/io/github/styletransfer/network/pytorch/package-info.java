/**
 * The weights in PyTorch's files, of today's form and of the older one. What describes them is a
 * pickle, that is, a program: Razorvine's unpickler runs it here with the few instructions and
 * names that weights need, and nothing a file says takes more memory than the file itself warrants.
 */
@NullMarked
package io.github.styletransfer.network.pytorch;

import org.jspecify.annotations.NullMarked;
