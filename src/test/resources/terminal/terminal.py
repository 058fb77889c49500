"""Runs a command on a pseudo-terminal of its own.

    terminal.py TRANSCRIPT COLUMNS COMMAND ARGUMENT...

What the command prints is appended to the file TRANSCRIPT. Lines on standard input say what the
person at the terminal does:

    type HEX      presses keys, given as bytes
    resize N      makes the window N columns wide
    hangup        closes the window

The last line on standard output is "exit CODE" or "signal NUMBER", by which the command ended.
"""

import fcntl
import os
import pty
import select
import struct
import sys
import termios

ROWS = 24


def resize(terminal, columns):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))


def act(terminal, line):
    """Returns the terminal, or None if it is closed."""
    word, _, value = line.strip().partition(" ")
    if word == "type":
        os.write(terminal, bytes.fromhex(value))
    elif word == "resize":
        resize(terminal, int(value))
    elif word == "hangup":
        os.close(terminal)
        return None
    return terminal


def watch(terminal, transcript):
    keyboard = sys.stdin.fileno()
    pending = b""
    sources = [terminal, keyboard]
    while terminal is not None:
        ready, _, _ = select.select(sources, [], [])
        if terminal in ready:
            try:
                output = os.read(terminal, 65536)
            except OSError:
                output = b""
            if not output:
                return
            transcript.write(output)
            transcript.flush()
        if keyboard in ready:
            typed = os.read(keyboard, 4096)
            if not typed:
                sources.remove(keyboard)
            pending += typed
            while terminal is not None and b"\n" in pending:
                line, _, pending = pending.partition(b"\n")
                terminal = act(terminal, line.decode())


def main():
    transcript_file, columns, *command = sys.argv[1:]
    ready, go = os.pipe()
    child, terminal = pty.fork()
    if child == 0:
        os.close(go)
        os.read(ready, 1)
        os.close(ready)
        os.execvp(command[0], command)
    os.close(ready)
    resize(terminal, int(columns))
    os.write(go, b"!")
    os.close(go)
    with open(transcript_file, "ab") as transcript:
        watch(terminal, transcript)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        print("signal", os.WTERMSIG(status))
    else:
        print("exit", os.WEXITSTATUS(status))


main()
