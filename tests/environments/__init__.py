"""Where calls run: threads, event loops, forks, proxies, TLS, other people's clients."""
