/** What is done to a picture, whatever method has painted it, before anybody sees it. */
@NullMarked
package io.github.styletransfer.retouch;

import org.jspecify.annotations.NullMarked;
