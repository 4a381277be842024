namespace Isnad.Language;

public enum Gender { None, Masculine, Feminine }

public enum Number { None, Singular, Dual, Plural }
