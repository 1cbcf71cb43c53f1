"""Many kiosks: each tells a broker how it is, and who looks after them reads it there."""
