//! Records of a story to origins and questions, with evidence and confidence.
