//! Questions of claims to findings; one rule a file.
