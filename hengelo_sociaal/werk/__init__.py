"""What everybody's working day needs: messages, what ends soon, a calendar feed, leave."""
