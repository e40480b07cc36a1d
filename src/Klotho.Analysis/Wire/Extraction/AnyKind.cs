namespace Klotho.Analysis.Wire.Extraction;

/// <summary>What JSON a type that stands for JSON holds.</summary>
internal enum AnyKind
{
    Anything,
    Array,
    Object,
}
