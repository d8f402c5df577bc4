"""The embedded model: fetch its weights, and run llama.cpp's own server in a child process."""
