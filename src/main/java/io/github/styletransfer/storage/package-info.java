/** Files that survive a full disk, a killed process and a second one beside it. */
@NullMarked
package io.github.styletransfer.storage;

import org.jspecify.annotations.NullMarked;
