mod awscli;
mod properties;
mod tampering;
mod trees;
mod untouched;
