"""What a fair puts on paper: floor plans, signs, directory, lists. Frozen data in, a PDF out; no database, no clock.

`floor_plan`, `signs`, `directory`, `theme_index`, `setup_list` and `sheets_of_moves` each write one document.
"""
