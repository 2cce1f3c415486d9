"""The check-in page: scan or type, verdict, next."""
