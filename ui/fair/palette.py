"""The colours of booths: pale, so that dark letters stay readable on them in the light and in the dark."""

INK, QUIET, EDGE = "#14213d", "#3c4660", "#6b7890"
FREE = ""
"""The ground of the card itself."""
BOLT, HERE = "#a34a00", "#178240"
SOMEBODY, SETTLED, ARRIVED, READY = "#cdd7e8", "#d9c8ea", "#c5dd8f", "#a5ddd2"
CURRENT, STRONG_CURRENT, BY_WALL, STEP_FREE, BARE = "#ffe08a", "#fbd3a0", "#d9c8ea", "#a5ddd2", "#e6e9ef"
NO_THEME = "#eef1f6"
