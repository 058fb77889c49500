/** Draws a run: its losses as charts, its images as a contact sheet. */
@NullMarked
package io.github.styletransfer.chart;

import org.jspecify.annotations.NullMarked;
