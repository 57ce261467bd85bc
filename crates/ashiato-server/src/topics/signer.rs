//! The key that messages are signed with: RSA, kept sealed, with a certificate that it signs itself. Messages have
//! signature version 2, SHA-256: the library makes no signatures over SHA-1.

use ashiato_meta::{Kind, topics};
use ashiato_trail::signing::SigningKey;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use rcgen::{
    CertificateParams, DistinguishedName, DnType, KeyIdMethod, PublicKeyData, SerialNumber, SignatureAlgorithm,
};

use super::Failure;
use crate::chance;
use crate::state::State;

/// There is one for all topics.
const NAME: &str = "messages";
/// What the name of the certificate's file begins with, as AWS has it.
pub(super) const PATH_PREFIX: &str = "/SimpleNotificationService-";

/// A key with its certificate.
#[derive(Debug)]
pub(super) struct Signer {
    key: SigningKey,
    certificate: String,
}

impl Signer {
    pub(super) fn sign(&self, text: &[u8]) -> Result<Vec<u8>, ashiato_trail::error::Error> {
        self.key.sign(text)
    }

    /// The certificate, PEM.
    pub(super) fn certificate(&self) -> &str {
        &self.certificate
    }

    /// Where the certificate is served: named for the key.
    pub(super) fn path(&self) -> String {
        format!("{PATH_PREFIX}{}.pem", self.key.public().fingerprint())
    }
}

/// The signer: of the state, or made where there is none.
pub(super) async fn signer(state: &State) -> Result<&Signer, Failure> {
    state.topics.signer.get_or_try_init(|| find_or_make(state)).await
}

async fn find_or_make(state: &State) -> Result<Signer, Failure> {
    if let Some(found) = find(state).await? {
        return Ok(found);
    }
    let made = tokio::task::spawn_blocking(make).await.map_err(|panicked| Failure::Signing(panicked.to_string()))??;
    let private = made.key.to_pkcs8().map_err(of_key)?;
    let mut tx = state.kept.meta.write().await?;
    let named = (NAME, made.certificate.as_str());
    let stored =
        topics::create_signer(&mut tx, &state.kept.keys, named, private.as_ref(), (chance::bytes(), state.now())).await;
    match stored {
        Ok(()) => tx.commit().await?,
        // Another server that shares the state was first.
        Err(error) if error.kind == Kind::Conflict => {
            drop(tx);
            let missing = || Failure::Signing("the key of messages is gone".to_string());
            return find(state).await?.ok_or_else(missing);
        }
        Err(error) => return Err(error.into()),
    }
    Ok(made)
}

async fn find(state: &State) -> Result<Option<Signer>, Failure> {
    let mut tx = state.kept.meta.read().await?;
    let Some((private, certificate)) = topics::signer(&mut tx, &state.kept.keys, NAME).await? else { return Ok(None) };
    Ok(Some(Signer { key: SigningKey::from_pkcs8(&private).map_err(of_key)?, certificate }))
}

fn make() -> Result<Signer, Failure> {
    let key = SigningKey::generate().map_err(of_key)?;
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, "sns.amazonaws.com");
    params.serial_number = Some(SerialNumber::from(chance::bytes::<16>().map(|byte| byte & 0x7f).to_vec()));
    params.key_identifier_method = KeyIdMethod::PreSpecified(chance::bytes::<20>().to_vec());
    let signed = params.self_signed(&Key(&key)).map_err(|why| Failure::Signing(why.to_string()))?;
    Ok(Signer { certificate: pem(signed.der()), key })
}

/// The key, as certificates are made with it.
struct Key<'k>(&'k SigningKey);

impl PublicKeyData for Key<'_> {
    fn der_bytes(&self) -> &[u8] {
        self.0.public().der()
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &rcgen::PKCS_RSA_SHA256
    }
}

impl rcgen::SigningKey for Key<'_> {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        self.0.sign(message).map_err(|_| rcgen::Error::RemoteKeyError)
    }
}

fn pem(der: &[u8]) -> String {
    let text = BASE64.encode(der);
    let lines: Vec<&str> = text.as_bytes().chunks(64).filter_map(|line| std::str::from_utf8(line).ok()).collect();
    format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n"))
}

fn of_key(error: ashiato_trail::error::Error) -> Failure {
    Failure::Signing(error.to_string())
}
