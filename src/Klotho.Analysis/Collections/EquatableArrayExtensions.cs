using System.Collections.Immutable;

namespace Klotho.Analysis.Collections;

/// <summary>Ways to make an <see cref="EquatableArray{T}"/>.</summary>
public static class EquatableArrayExtensions
{
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items) => new(items.ToImmutableArray());
}
