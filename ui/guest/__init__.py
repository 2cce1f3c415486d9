"""The screen for the guest: a second window that welcomes by name and says where to go."""
