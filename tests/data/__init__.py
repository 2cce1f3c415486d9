"""What tests read: real event files of every version of the tables, and the program that makes one."""
