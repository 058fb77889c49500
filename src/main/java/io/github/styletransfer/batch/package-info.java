/** Many jobs in one go: what is done, in which order, what is known of it afterwards. */
@NullMarked
package io.github.styletransfer.batch;

import org.jspecify.annotations.NullMarked;
