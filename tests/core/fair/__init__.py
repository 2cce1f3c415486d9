"""The fair: halls, booths, exhibitors, who stands where."""
