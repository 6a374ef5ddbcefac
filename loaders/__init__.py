"""From the world to article facts."""
