"""The whole program in a real X window, worked by a keyboard as the system delivers it."""
