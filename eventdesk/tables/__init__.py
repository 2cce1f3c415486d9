"""Tables as files: reading CSV, XLSX and ODS safely, cells as people write them, and writing tables for others."""
