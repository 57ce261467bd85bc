use super::*;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

#[test]
fn what_is_signed_is_verified_and_nothing_else() {
    let key = SigningKey::generate().expect("a key is made");
    let again = SigningKey::from_pkcs8(key.to_pkcs8().expect("it is written").as_ref()).expect("it is read back");
    assert_eq!(again.public().fingerprint(), key.public().fingerprint());

    let signature = key.sign(b"a message").expect("it is signed");
    assert_eq!(signature.len(), 256);
    assert_eq!(again.sign(b"a message").expect("it is signed"), signature);
    assert!(key.public().verifies(b"a message", &signature));
    assert!(!key.public().verifies(b"another message", &signature));
    assert!(!key.public().verifies(b"a message", &signature[1..]));
    let other = SigningKey::generate().expect("a key is made");
    assert!(!other.public().verifies(b"a message", &signature));
}

#[test]
fn public_keys_are_read_in_every_form() {
    let key = SigningKey::generate().expect("a key is made");
    let pkcs1 = key.public().der();
    let x509 = aws_lc_rs::rsa::PublicKey::from_der(pkcs1).expect("it is a key");
    let x509: aws_lc_rs::encoding::PublicKeyX509Der<'_> = x509.as_der().expect("it is written");
    let (pkcs1_text, x509_text) = (STANDARD.encode(pkcs1), STANDARD.encode(x509.as_ref()));
    let forms: Vec<Vec<u8>> = vec![
        pkcs1.to_vec(),
        x509.as_ref().to_vec(),
        format!("{pkcs1_text}\n").into_bytes(),
        format!("-----BEGIN PUBLIC KEY-----\n{x509_text}\n-----END PUBLIC KEY-----\n").into_bytes(),
        format!("-----BEGIN RSA PUBLIC KEY-----\n{pkcs1_text}\n-----END RSA PUBLIC KEY-----\n").into_bytes(),
        format!(r#"{{"PublicKeyList":[{{"Value":"{pkcs1_text}","Fingerprint":"x"}}]}}"#).into_bytes(),
    ];
    for form in forms {
        let keys = PublicKeys::read(&form).expect("the form is known");
        assert!(keys.get(key.public().fingerprint()).is_some(), "{}", String::from_utf8_lossy(&form));
    }
}

#[test]
fn what_is_no_public_key_is_refused() {
    let cases: [&[u8]; 7] = [
        b"",
        b"{}",
        br#"{"PublicKeyList":[]}"#,
        b"not base64!",
        b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        b"-----BEGIN PUBLIC KEY-----\nAAAA",
        b"\x30\x03\x02\x01\xff",
    ];
    for bytes in cases {
        assert!(PublicKeys::read(bytes).is_err(), "{}", String::from_utf8_lossy(bytes));
    }
}
