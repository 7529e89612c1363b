"""What is asked and what is taught: worksheets, tips and phrases, read from the resources."""
