//! `ip_prefix(address, bits)`: the network that the address is in, as text: there is no type for networks here.

use super::cidr::Network;
use super::ip::parse_ip;
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, invalid_argument, scalar, varchar};
use arrow::array::{ArrayRef, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let overloads = vec![
        exactly(&[Kind::Varchar, Kind::Bigint], varchar, of_text),
        exactly(&[Kind::IpAddress, Kind::Bigint], varchar, of_address),
    ];
    scalar("ip_prefix", overloads)
}

fn of_text(args: &Arguments) -> Result<ArrayRef> {
    let (texts, bits) = (args.varchar(0)?, args.bigint(1)?);
    args.try_each::<StringViewArray, _>(|row| {
        let (Some(text), Some(bits)) = (texts.get(row), bits.get(row)) else { return Ok(None) };
        let address =
            parse_ip(text).ok_or_else(|| invalid_argument(format!("Cannot cast value to IPADDRESS: {text}")))?;
        Ok(Some(Network::new(address, bits)?.text()))
    })
}

fn of_address(args: &Arguments) -> Result<ArrayRef> {
    let (addresses, bits) = (args.ip_address(0)?, args.bigint(1)?);
    args.try_each::<StringViewArray, _>(|row| {
        let (Some(address), Some(bits)) = (addresses.get(row), bits.get(row)) else { return Ok(None) };
        let address = address.try_into().expect("an IP address has sixteen bytes");
        Ok(Some(Network::new(address, bits)?.text()))
    })
}
