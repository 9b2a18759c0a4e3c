"""What every room stands on: database, numbers, documents, errors, texts. Imports nothing of ours."""
