//! `contains(array, element)`, NULL where the element is not found but may be among NULLs; and
//! `contains(network, address)`, the network as text such as `10.0.0.0/8`.

use super::cidr::Network;
use crate::functions::arguments::Arguments;
use crate::functions::conditional::common_type;
use crate::functions::overload::{Kind, Overload, Parameters, boolean, exactly, scalar};
use arrow::array::make_comparator;
use arrow::array::{Array, ArrayRef, AsArray, BooleanArray};
use arrow::compute::SortOptions;
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::cmp::Ordering;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let overloads = vec![
        exactly(&[Kind::Varchar, Kind::IpAddress], boolean, network_contains),
        Overload { parameters: Parameters::Decided(array_and_element), returns: boolean, kernel: array_contains },
    ];
    scalar("contains", overloads)
}

/// Text elements stay as they are stored, and the one looked for becomes like them: there are more of the former.
fn array_and_element(types: &[DataType]) -> Option<Vec<DataType>> {
    let [DataType::List(field), element] = types else { return None };
    let stored = field.data_type();
    let common = common_type(&[stored.clone(), element.clone()])?;
    if matches!(stored, DataType::Utf8 | DataType::Utf8View) {
        return Some(vec![types[0].clone(), stored.clone()]);
    }
    Some(vec![DataType::new_list(common.clone(), true), common])
}

fn array_contains(args: &Arguments) -> Result<ArrayRef> {
    let (arrays, arrays_constant) = args.any(0);
    let (elements, elements_constant) = args.any(1);
    let arrays = arrays.as_list::<i32>();
    let values = arrays.values();
    let compare = make_comparator(values.as_ref(), elements.as_ref(), SortOptions::default())?;
    let offsets = arrays.value_offsets();
    args.each::<BooleanArray, _>(|row| {
        let array = if arrays_constant { 0 } else { row };
        let element = if elements_constant { 0 } else { row };
        if arrays.is_null(array) || elements.is_null(element) {
            return None;
        }
        let mut stored = offsets[array] as usize..offsets[array + 1] as usize;
        if stored.clone().any(|at| values.is_valid(at) && compare(at, element) == Ordering::Equal) {
            return Some(true);
        }
        stored.all(|at| values.is_valid(at)).then_some(false)
    })
}

fn network_contains(args: &Arguments) -> Result<ArrayRef> {
    let (networks, addresses) = (args.varchar(0)?, args.ip_address(1)?);
    let mut read: Option<(&str, Network)> = None;
    args.try_each::<BooleanArray, _>(|row| {
        let (Some(text), Some(address)) = (networks.get(row), addresses.get(row)) else { return Ok(None) };
        let network = match read {
            Some((last, network)) if last == text => network,
            _ => read.insert((text, Network::parse(text)?)).1,
        };
        let address = address.try_into().expect("an IP address has sixteen bytes");
        Ok(Some(network.contains(address)))
    })
}
