//! The models' names as Rust writes them.

const KEYWORDS: &[&str] = &[
    "as", "async", "await", "box", "break", "const", "continue", "dyn", "else", "enum", "extern", "false", "final",
    "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "pub",
    "ref", "return", "static", "struct", "trait", "true", "try", "type", "unsafe", "use", "where", "while", "yield",
];

/// `QueryExecutionId` → `query_execution_id`, `AWSAccountId` → `aws_account_id`, `type` → `r#type`.
pub(super) fn snake(name: &str) -> String {
    let characters: Vec<char> = name.chars().collect();
    let mut snake = String::new();
    for (index, character) in characters.iter().enumerate() {
        if !character.is_ascii_alphanumeric() {
            snake.push('_');
            continue;
        }
        let before = index.checked_sub(1).and_then(|before| characters.get(before));
        let is_after_lower = before.is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        let ends_capitals = before.is_some_and(char::is_ascii_uppercase)
            && characters.get(index + 1).is_some_and(char::is_ascii_lowercase);
        if character.is_ascii_uppercase() && (is_after_lower || ends_capitals) {
            snake.push('_');
        }
        snake.push(character.to_ascii_lowercase());
    }
    if KEYWORDS.contains(&snake.as_str()) { format!("r#{snake}") } else { snake }
}

/// A snake name in capitals, for a constant.
pub(super) fn constant(name: &str) -> String {
    snake(name).trim_start_matches("r#").to_ascii_uppercase()
}

/// A shape's name as a type's: the first letter a capital, and none of the prelude's names.
pub(super) fn type_name(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next().map_or('X', |first| first.to_ascii_uppercase());
    let name: String = std::iter::once(first).chain(characters).collect();
    match name.as_str() {
        "Option" | "Vec" | "String" | "Box" | "Result" | "Self" | "Operation" | "Default" => format!("{name}Shape"),
        _ => name,
    }
}
