"""The World Café: tables, their hosts and questions."""
