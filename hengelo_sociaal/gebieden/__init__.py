"""Where people live: gemeente, wijk, buurt and their numbers of inhabitants."""
