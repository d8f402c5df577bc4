"""The embedded model: fetch its weights, and run llama.cpp's own server inside this process."""
