package io.github.styletransfer.display;

/** How a picture is shown in a terminal. */
public enum ShowKind {
  /** By the best way that the terminal knows. */
  AUTO,
  /** By Kitty's graphics protocol. */
  KITTY,
  /** By iTerm2's inline images. */
  ITERM,
  /** In Sixels, as VT340 terminals had them. */
  SIXEL,
  /** In half blocks, two pixels a character. */
  BLOCKS
}
