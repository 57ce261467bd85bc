//! Masks over blocks of 64 bytes: the only place with machine code of its own, and therefore `unsafe`.
//!
//! A scan is written once, over any [`Blocks`], as a [`Scan`]; [`Isa::run`] compiles it once for each instruction set
//! and picks one at run time, so that the choice is made per scan and never per block.
//!
//! Why this is sound. The instructions are reached only through values of `Avx512` and `Avx2`, whose fields are
//! private to this module; they are made in `Isa::run` alone, from an [`Isa`] that [`Isa::detect`] and
//! [`Isa::available`] give out only after asking the processor. Every load reads a whole array that is borrowed for
//! the call (`&[u8; 64]`, `&[u8; 32]`), by instructions that need no alignment. Nothing is written through pointers.
#![allow(unsafe_code)]

/// What a scan asks of 64 bytes. Bit `i` of a mask is byte `i`.
pub(crate) trait Blocks: Copy {
    /// A block in registers.
    type Loaded: Copy;

    /// Reads a block, once for all that is asked of it.
    fn load(self, block: &[u8; 64]) -> Self::Loaded;

    /// Where the block has `byte`.
    fn equal(self, block: Self::Loaded, byte: u8) -> u64;

    /// Where the block has `byte` after bit 5 is set in each of its bytes: either letter case of a letter, and both
    /// kinds of bracket for `{` and `}`.
    fn equal_folded(self, block: Self::Loaded, byte: u8) -> u64;

    /// Whether the first `length` bytes of both are the same; no where `length` is over 32.
    fn same_start(self, a: &[u8; 32], b: &[u8; 32], length: u32) -> bool;

    /// Bit `i` is the exclusive or of the bits 0 to `i` of the mask: from quotes, what lies between them.
    fn prefix_xor(self, mask: u64) -> u64;
}

/// A piece of work over text, compiled once for each instruction set.
///
/// What `run` calls on the way to a block's masks must be `#[inline(always)]`: a function of its own would be compiled
/// without the instruction set, and its masks would become calls.
pub(crate) trait Scan {
    /// What it gives.
    type Output;

    /// Does it.
    fn run<B: Blocks>(self, blocks: B) -> Self::Output;
}

/// An instruction set that this processor has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Isa(Kind);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    #[cfg(target_arch = "x86_64")]
    Avx512,
    #[cfg(target_arch = "x86_64")]
    Avx2,
    Portable,
}

impl Isa {
    /// The best there is.
    pub(crate) fn detect() -> Isa {
        Isa::available().swap_remove(0)
    }

    /// All there are, the best first; the portable one is always the last.
    pub(crate) fn available() -> Vec<Isa> {
        let mut kinds = Vec::with_capacity(3);
        #[cfg(target_arch = "x86_64")]
        {
            let carryless = is_x86_feature_detected!("pclmulqdq");
            let bits = is_x86_feature_detected!("bmi1")
                && is_x86_feature_detected!("bmi2")
                && is_x86_feature_detected!("lzcnt")
                && is_x86_feature_detected!("popcnt");
            let avx2 = is_x86_feature_detected!("avx2") && carryless && bits;
            if avx2 && is_x86_feature_detected!("avx512bw") && is_x86_feature_detected!("avx512vl") {
                kinds.push(Isa(Kind::Avx512));
            }
            if avx2 {
                kinds.push(Isa(Kind::Avx2));
            }
        }
        kinds.push(Isa(Kind::Portable));
        kinds
    }

    /// Runs the scan with this instruction set.
    #[inline]
    pub(crate) fn run<S: Scan>(self, scan: S) -> S::Output {
        match self.0 {
            // SAFETY: `Isa::available` found the processor to have the features that the function is compiled for.
            #[cfg(target_arch = "x86_64")]
            Kind::Avx512 => unsafe { x86::run_avx512(scan) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Kind::Avx2 => unsafe { x86::run_avx2(scan) },
            Kind::Portable => scan.run(Portable),
        }
    }
}

/// Eight bytes at a time in an ordinary register.
#[derive(Clone, Copy)]
struct Portable;

impl Portable {
    /// The top bit of each byte of the result tells whether that byte of `word` is zero. Exact: no carry passes from
    /// one byte to the next, as it does in the shorter and better known form.
    #[inline(always)]
    fn zero_bytes(word: u64) -> u64 {
        const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
        !(((word & LOW) + LOW) | word | LOW)
    }

    #[inline(always)]
    fn mask(block: [u64; 8], fold: u64, byte: u8) -> u64 {
        let wanted = u64::from_ne_bytes([byte; 8]);
        let mut mask = 0;
        for (i, eight) in block.into_iter().enumerate() {
            let zeros = Self::zero_bytes((eight | fold) ^ wanted);
            // The multiplication gathers the eight top bits, moved to the bottom of their bytes, into the top byte.
            let gathered = (zeros >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56;
            mask |= gathered << (8 * i);
        }
        mask
    }
}

impl Blocks for Portable {
    type Loaded = [u64; 8];

    #[inline(always)]
    fn load(self, block: &[u8; 64]) -> [u64; 8] {
        let mut words = [0; 8];
        words.iter_mut().zip(block.as_chunks().0).for_each(|(word, eight)| *word = u64::from_le_bytes(*eight));
        words
    }

    #[inline(always)]
    fn equal(self, block: [u64; 8], byte: u8) -> u64 {
        Self::mask(block, 0, byte)
    }

    #[inline(always)]
    fn equal_folded(self, block: [u64; 8], byte: u8) -> u64 {
        Self::mask(block, 0x2020_2020_2020_2020, byte)
    }

    #[inline(always)]
    fn same_start(self, a: &[u8; 32], b: &[u8; 32], length: u32) -> bool {
        length <= 32 && a[..length as usize] == b[..length as usize]
    }

    #[inline(always)]
    fn prefix_xor(self, mask: u64) -> u64 {
        let mut bits = mask;
        for shift in [1, 2, 4, 8, 16, 32] {
            bits ^= bits << shift;
        }
        bits
    }
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::arch::x86_64::*;

    use super::{Blocks, Scan};

    /// Proof that AVX-512BW and VL, and all that [`Avx2`] proves, are there.
    #[derive(Clone, Copy)]
    pub(super) struct Avx512(Avx2);

    /// Proof that AVX2, PCLMULQDQ, BMI and POPCNT are there.
    #[derive(Clone, Copy)]
    pub(super) struct Avx2(());

    #[target_feature(enable = "avx512bw,avx512vl,avx2,pclmulqdq,bmi1,bmi2,lzcnt,popcnt")]
    pub(super) fn run_avx512<S: Scan>(scan: S) -> S::Output {
        scan.run(Avx512(Avx2(())))
    }

    #[target_feature(enable = "avx2,pclmulqdq,bmi1,bmi2,lzcnt,popcnt")]
    pub(super) fn run_avx2<S: Scan>(scan: S) -> S::Output {
        scan.run(Avx2(()))
    }

    impl Blocks for Avx512 {
        type Loaded = __m512i;

        #[inline(always)]
        fn load(self, block: &[u8; 64]) -> __m512i {
            // SAFETY: `self` proves the features; the load reads the 64 bytes of the array.
            unsafe { _mm512_loadu_si512(block.as_ptr().cast()) }
        }

        #[inline(always)]
        fn equal(self, block: __m512i, byte: u8) -> u64 {
            // SAFETY: `self` proves the features.
            unsafe { _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8(byte as i8)) }
        }

        #[inline(always)]
        fn equal_folded(self, block: __m512i, byte: u8) -> u64 {
            // SAFETY: `self` proves the features.
            unsafe {
                let folded = _mm512_or_si512(block, _mm512_set1_epi8(0x20));
                _mm512_cmpeq_epi8_mask(folded, _mm512_set1_epi8(byte as i8))
            }
        }

        #[inline(always)]
        fn same_start(self, a: &[u8; 32], b: &[u8; 32], length: u32) -> bool {
            // SAFETY: `self` proves the features; the loads read the 32 bytes of each array.
            unsafe {
                let a = _mm256_loadu_si256(a.as_ptr().cast());
                let b = _mm256_loadu_si256(b.as_ptr().cast());
                _mm256_cmpneq_epi8_mask(a, b).trailing_zeros() >= length
            }
        }

        #[inline(always)]
        fn prefix_xor(self, mask: u64) -> u64 {
            self.0.prefix_xor(mask)
        }
    }

    impl Avx2 {
        #[inline(always)]
        fn mask(self, (low, high): (__m256i, __m256i), fold: u8, byte: u8) -> u64 {
            // SAFETY: `self` proves the features.
            unsafe {
                let wanted = _mm256_set1_epi8(byte as i8);
                let fold = _mm256_set1_epi8(fold as i8);
                let low = _mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_or_si256(low, fold), wanted));
                let high = _mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_or_si256(high, fold), wanted));
                u64::from(low as u32) | (u64::from(high as u32) << 32)
            }
        }
    }

    impl Blocks for Avx2 {
        type Loaded = (__m256i, __m256i);

        #[inline(always)]
        fn load(self, block: &[u8; 64]) -> (__m256i, __m256i) {
            // SAFETY: `self` proves the features; the two loads read the halves of the array.
            unsafe {
                let low = _mm256_loadu_si256(block.as_ptr().cast());
                (low, _mm256_loadu_si256(block.as_ptr().add(32).cast()))
            }
        }

        #[inline(always)]
        fn equal(self, block: (__m256i, __m256i), byte: u8) -> u64 {
            self.mask(block, 0, byte)
        }

        #[inline(always)]
        fn equal_folded(self, block: (__m256i, __m256i), byte: u8) -> u64 {
            self.mask(block, 0x20, byte)
        }

        #[inline(always)]
        fn same_start(self, a: &[u8; 32], b: &[u8; 32], length: u32) -> bool {
            // SAFETY: `self` proves the features; the loads read the 32 bytes of each array.
            unsafe {
                let a = _mm256_loadu_si256(a.as_ptr().cast());
                let b = _mm256_loadu_si256(b.as_ptr().cast());
                let same = _mm256_movemask_epi8(_mm256_cmpeq_epi8(a, b)) as u32;
                (!same).trailing_zeros() >= length
            }
        }

        #[inline(always)]
        fn prefix_xor(self, mask: u64) -> u64 {
            // SAFETY: `self` proves PCLMULQDQ.
            unsafe {
                let product = _mm_clmulepi64_si128(_mm_set_epi64x(0, mask as i64), _mm_set1_epi8(-1), 0);
                _mm_cvtsi128_si64(product) as u64
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Blocks, Isa, Scan};

    struct Masks<'a>(&'a [u8; 64], u8);

    impl Scan for Masks<'_> {
        type Output = (u64, u64, u64, bool);

        #[inline(always)]
        fn run<B: Blocks>(self, blocks: B) -> Self::Output {
            let start: [u8; 32] = std::array::from_fn(|i| self.0[i]);
            let end: [u8; 32] = std::array::from_fn(|i| self.0[i + 32]);
            let block = blocks.load(self.0);
            let equal = blocks.equal(block, self.1);
            let folded = blocks.equal_folded(block, self.1);
            (equal, folded, blocks.prefix_xor(equal), blocks.same_start(&start, &end, u32::from(self.1 % 33)))
        }
    }

    proptest! {
        #[test]
        fn every_instruction_set_agrees_with_plain_code(bytes in prop::collection::vec(any::<u8>(), 64), byte: u8, few: bool) {
            let block: [u8; 64] = std::array::from_fn(|i| if few { bytes[i] & 0x21 } else { bytes[i] });
            let byte = if few { byte & 0x21 } else { byte };
            let mask = |hit: &dyn Fn(u8) -> bool| (0..64).fold(0u64, |mask, i| mask | (u64::from(hit(block[i])) << i));
            let equal = mask(&|b| b == byte);
            let folded = mask(&|b| b | 0x20 == byte);
            let prefix = (0..64).fold(0u64, |all, i| all | (u64::from((equal << (63 - i)).count_ones() & 1) << i));
            let length = usize::from(byte % 33);
            let same = block[..length] == block[32..32 + length];
            for isa in Isa::available() {
                prop_assert_eq!(isa.run(Masks(&block, byte)), (equal, folded, prefix, same), "{:?}", isa);
            }
        }
    }
}
