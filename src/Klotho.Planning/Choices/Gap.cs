namespace Klotho.Planning.Choices;

/// <summary>How far what there is lies off what is asked, as a part of what is asked.</summary>
internal static class Gap
{
    public static decimal Between(long there, long asked) => asked == 0 ? decimal.MaxValue : Math.Abs((decimal)there - asked) / asked;
}
