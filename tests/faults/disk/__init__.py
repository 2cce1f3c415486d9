"""A disk that loses its power, runs full or breaks, under the real SQLite and the real desk.

`sqlite_vfs` and `python_files` tell a watcher what is about to be written: `trace` notes it, `failing_disk` refuses it.
`power` says what is left of a trace after a cut. The programs: `power_cuts` (a day at the desk), `cut_files` (events,
backups and migrations being made), `failing_writes` (every single write of a step fails).
"""
