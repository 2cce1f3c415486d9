"""What may happen to a file and its folder while the desk works: each is said in a sentence, nothing is lost."""
