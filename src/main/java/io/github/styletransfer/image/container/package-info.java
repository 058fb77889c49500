/**
 * Files that hold compressed pictures in boxes, after the ISO base media file format (ISO/IEC
 * 14496-12): HEIF (ISO/IEC 23008-12), which HEIC and AVIF are kinds of, and JP2 (ISO/IEC 15444-1).
 * Says where in a file the pictures are, and how they are put together; decodes nothing.
 */
@NullMarked
package io.github.styletransfer.image.container;

import org.jspecify.annotations.NullMarked;
