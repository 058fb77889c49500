/** Files that survive a full disk, a killed process, and a second process at the same time. */
@NullMarked
package io.github.styletransfer.storage;

import org.jspecify.annotations.NullMarked;
