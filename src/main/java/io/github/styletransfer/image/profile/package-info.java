/**
 * Colours of images: what their numbers stand for, said by an ICC profile, by coding-independent
 * code points or by chromaticities, and how they become sRGB.
 */
@NullMarked
package io.github.styletransfer.image.profile;

import org.jspecify.annotations.NullMarked;
