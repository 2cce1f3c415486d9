"""The kit for everything that goes on paper: fonts, text in any script, pages that are written as they are drawn.

`Kit.fit` and `Kit.draw` are the one way to put text on a page.
"""
