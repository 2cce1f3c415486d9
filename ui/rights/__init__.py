"""Who this desk works for at the moment: clerks or organisers, or nobody while it is locked."""
