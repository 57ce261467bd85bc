mod awscli;
mod properties;
mod regions;
mod tampering;
mod trees;
mod untouched;
