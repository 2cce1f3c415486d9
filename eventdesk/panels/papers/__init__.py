"""What a programme puts on paper: the programme itself, door signs, lists, a calendar. Frozen data in, a file out.

`agenda` is what all of them are made from; `snapshot` takes it out of an event's file.
"""
