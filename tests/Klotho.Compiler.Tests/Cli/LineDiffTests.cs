using Klotho.Cli.Editing;

namespace Klotho.Compiler.Tests.Cli;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("", "a\n", "@@ -0,0 +1,1 @@|+a|")]
    [InlineData("a\n", "", "@@ -1,1 +0,0 @@|-a|")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n", "@@ -2,7 +2,7 @@| 2| 3| 4|-5|+x| 6| 7| 8|")]
    [InlineData("a\na\n", "a\na\na\n", "@@ -1,2 +1,3 @@| a| a|+a|")]
    [InlineData("a", "a\nb", "@@ -1,1 +1,2 @@|-a|\\ No newline at end of file|+a|+b|\\ No newline at end of file|")]
    [InlineData("a\r\nb\r\n", "a\r\nc\r\n", "@@ -1,2 +1,2 @@| a|-b|+c|")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n", "x\n1\n2\n3\n4\n5\n6\n7\n8\ny\n", "@@ -1,3 +1,4 @@|+x| 1| 2| 3|@@ -6,3 +7,4 @@| 6| 7| 8|+y|")]
    [InlineData("1\n2\n3\n4\n5\n6\n", "x\n2\n3\n4\n5\n6\ny\n", "@@ -1,6 +1,7 @@|-1|+x| 2| 3| 4| 5| 6|+y|")]
    [InlineData("a\n", "a\n", "")]
    public void Two_texts_are_shown_with_what_stands_around_their_difference(string before, string after, string expected) =>
        Assert.Equal($"--- f|+++ f|{expected}", LineDiff.Of("f", before, after).Replace('\n', '|'));
}
