//! Room for recursion: a planner walks a statement's tree by recursion, and the stack of a runtime's thread is small.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

/// What the deepest statement that the parser lets through needs, several times over. Only what is touched is paid for.
const STACK_BYTES: usize = 32 << 20;

/// Calls a function on a stack of its own whenever the thread's is shorter than needed.
pub fn with_deep_stack<T>(function: impl FnOnce() -> T) -> T {
    stacker::maybe_grow(STACK_BYTES / 2, STACK_BYTES, function)
}

/// A future that is polled on a stack of its own whenever the thread's is shorter than needed.
#[derive(Debug)]
pub struct DeepStack<F>(Pin<Box<F>>);

impl<F: Future> DeepStack<F> {
    /// Wraps a future, such as one that plans a query.
    pub fn new(future: F) -> DeepStack<F> {
        DeepStack(Box::pin(future))
    }
}

impl<F: Future> Future for DeepStack<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        with_deep_stack(|| self.0.as_mut().poll(context))
    }
}
