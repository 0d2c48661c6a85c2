"""How the room looks: camera, light, lines, and the picture they make."""
